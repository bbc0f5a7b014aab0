import type { Words } from '../language.js';
import { es as ackButton } from '../ack-button/ack-button.strings.es.js';
import { es as policyList } from '../policy-list/policy-list.strings.es.js';
import { es as policyReader } from '../policy-reader/policy-reader.strings.es.js';
import { es as sessionNotice } from '../session-notice/session-notice.strings.es.js';

/** Every element in Spanish: one file for a page, loaded when a page speaks it. */
export const words: Words = {
  'ack-button': ackButton,
  'policy-list': policyList,
  'policy-reader': policyReader,
  'session-notice': sessionNotice,
};
