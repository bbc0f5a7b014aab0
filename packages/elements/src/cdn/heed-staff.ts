/** All elements for members of staff in one script, for pages that know they need them all. */
import '../define/isms-provider.js';
import '../define/isms-inbox.js';
import '../define/task-list.js';
import '../define/policy-list.js';
import '../define/policy-reader.js';
import '../define/ack-button.js';
import '../define/comms-feed.js';
import '../define/incident-report.js';
