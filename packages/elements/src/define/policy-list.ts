import { PolicyList } from '../policy-list/policy-list.js';

PolicyList.define();
