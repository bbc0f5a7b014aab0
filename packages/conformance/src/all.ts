import { acknowledgementChecks } from './acknowledgements.js';
import { alertChecks } from './alerts.js';
import { assignmentChecks } from './assignments.js';
import { attachedFileChecks } from './attached-files.js';
import { attachmentChecks } from './attachments.js';
import { attemptChecks } from './attempts.js';
import { channelChecks } from './channels.js';
import { knowledgeChecks } from './checks.js';
import { claimChecks } from './claims.js';
import { clockChecks } from './clocks.js';
import { completionChecks } from './completions.js';
import { discoveryChecks } from './discovery.js';
import { eventChecks } from './events.js';
import { incidentAnswerChecks } from './answers.js';
import { incidentChecks } from './incidents.js';
import { healthChecks } from './health.js';
import type { Check } from './kit/check.js';
import { logChecks } from './log.js';
import { memberChecks } from './members.js';
import { mentionChecks } from './mentions.js';
import { messageChecks } from './messages.js';
import { moverChecks } from './movers.js';
import { notificationChecks } from './notifications.js';
import { packChecks } from './packs.js';
import { partChecks } from './parts.js';
import { peopleChecks } from './people.js';
import { pinChecks } from './pins.js';
import { policyChecks } from './policies.js';
import { positionChecks } from './positions.js';
import { preferenceChecks } from './preferences.js';
import { postedMessageChecks } from './posted-messages.js';
import { reactionChecks } from './reactions.js';
import { readingChecks } from './readings.js';
import { refusedAcknowledgementChecks } from './refused-acknowledgements.js';
import { revisionChecks } from './revisions.js';
import { accessChecks } from './rules/access.js';
import { answerChecks } from './rules/answers.js';
import { cachingChecks } from './rules/caching.js';
import { inputChecks } from './rules/input.js';
import { keyChecks } from './rules/keys.js';
import { listChecks } from './rules/lists.js';
import { matrixChecks } from './rules/matrix.js';
import { problemChecks } from './rules/problems.js';
import { tenantChecks } from './rules/tenants.js';
import { searchedMessageChecks } from './searched-messages.js';
import { stepChecks } from './steps.js';
import { taskEventChecks } from './task-events.js';
import { taskChecks } from './tasks.js';
import { triageChecks } from './triage.js';
import { unlockChecks } from './unlocks.js';
import { termChecks } from './terms.js';
import { versionChecks } from './versions.js';

/** Every check, in the order in which they run: what a beginner needs first comes first. */
export const all: readonly Check[] = [
  ...discoveryChecks,
  ...healthChecks,
  ...peopleChecks,
  ...policyChecks,
  ...versionChecks,
  ...packChecks,
  ...assignmentChecks,
  ...moverChecks,
  ...termChecks,
  ...readingChecks,
  ...acknowledgementChecks,
  ...refusedAcknowledgementChecks,
  ...knowledgeChecks,
  ...attemptChecks,
  ...channelChecks,
  ...messageChecks,
  ...postedMessageChecks,
  ...searchedMessageChecks,
  ...positionChecks,
  ...preferenceChecks,
  ...revisionChecks,
  ...completionChecks,
  ...attachmentChecks,
  ...attachedFileChecks,
  ...reactionChecks,
  ...pinChecks,
  ...memberChecks,
  ...mentionChecks,
  ...alertChecks,
  ...taskChecks,
  ...partChecks,
  ...stepChecks,
  ...incidentChecks,
  ...incidentAnswerChecks,
  ...triageChecks,
  ...unlockChecks,
  ...claimChecks,
  ...clockChecks,
  ...notificationChecks,
  ...eventChecks,
  ...taskEventChecks,
  ...answerChecks,
  ...problemChecks,
  ...inputChecks,
  ...accessChecks,
  ...tenantChecks,
  ...matrixChecks,
  ...listChecks,
  ...cachingChecks,
  ...keyChecks,
  ...logChecks,
];
