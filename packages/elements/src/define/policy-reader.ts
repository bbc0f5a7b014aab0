import { PolicyReader } from '../policy-reader/policy-reader.js';

PolicyReader.define();
