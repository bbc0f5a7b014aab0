import type { Words } from '../language.js';
import { fr as ackButton } from '../ack-button/ack-button.strings.fr.js';
import { fr as policyList } from '../policy-list/policy-list.strings.fr.js';
import { fr as policyReader } from '../policy-reader/policy-reader.strings.fr.js';
import { fr as sessionNotice } from '../session-notice/session-notice.strings.fr.js';

/** Every element in French: one file for a page, loaded when a page speaks it. */
export const words: Words = {
  'ack-button': ackButton,
  'policy-list': policyList,
  'policy-reader': policyReader,
  'session-notice': sessionNotice,
};
