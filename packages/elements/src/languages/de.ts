import type { Words } from '../language.js';
import { de as ackButton } from '../ack-button/ack-button.strings.de.js';
import { de as policyList } from '../policy-list/policy-list.strings.de.js';
import { de as policyReader } from '../policy-reader/policy-reader.strings.de.js';
import { de as sessionNotice } from '../session-notice/session-notice.strings.de.js';

/** Every element in German: one file for a page, loaded when a page speaks it. */
export const words: Words = {
  'ack-button': ackButton,
  'policy-list': policyList,
  'policy-reader': policyReader,
  'session-notice': sessionNotice,
};
