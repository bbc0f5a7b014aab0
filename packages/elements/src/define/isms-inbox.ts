import { IsmsInbox } from '../isms-inbox/isms-inbox.js';

IsmsInbox.define();
