import type { Words } from '../language.js';
import { nl as ackButton } from '../ack-button/ack-button.strings.nl.js';
import { nl as policyList } from '../policy-list/policy-list.strings.nl.js';
import { nl as policyReader } from '../policy-reader/policy-reader.strings.nl.js';
import { nl as sessionNotice } from '../session-notice/session-notice.strings.nl.js';

/** Every element in Dutch: one file for a page, loaded when a page speaks it. */
export const words: Words = {
  'ack-button': ackButton,
  'policy-list': policyList,
  'policy-reader': policyReader,
  'session-notice': sessionNotice,
};
