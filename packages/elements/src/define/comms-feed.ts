import { CommsFeed } from '../comms-feed/comms-feed.js';

CommsFeed.define();
