import type { Words } from '../language.js';
import { it as ackButton } from '../ack-button/ack-button.strings.it.js';
import { it as policyList } from '../policy-list/policy-list.strings.it.js';
import { it as policyReader } from '../policy-reader/policy-reader.strings.it.js';
import { it as sessionNotice } from '../session-notice/session-notice.strings.it.js';

/** Every element in Italian: one file for a page, loaded when a page speaks it. */
export const words: Words = {
  'ack-button': ackButton,
  'policy-list': policyList,
  'policy-reader': policyReader,
  'session-notice': sessionNotice,
};
