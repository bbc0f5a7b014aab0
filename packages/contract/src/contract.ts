import {
  createAcknowledgement,
  listAcknowledgements,
  readAcknowledgement,
} from './acknowledgements.js';
import { listAlerts } from './alerts.js';
import { listAnswers, recordAnswer } from './answers.js';
import { listAssignments } from './assignments.js';
import { readAttachment, recordAttachment, recordPart } from './attachments.js';
import { listChannels, readChannel } from './channels.js';
import { readCheck, recordAttempt } from './checks.js';
import { answerClaim, openClaim, recordClaim } from './claims.js';
import { readClocks } from './clocks.js';
import { listCompletions, recordCompletion } from './completions.js';
import { readDiscovery } from './discovery.js';
import { streamEvents } from './events.js';
import { readHealth } from './health.js';
import { readImage } from './images.js';
import { listIncidents, readIncident, recordIncident } from './incidents.js';
import { listEntries, readCheckpoint, readConsistencyProof, readInclusionProof } from './log.js';
import { listMembers } from './members.js';
import { listMessages, readMessage, recordMessage } from './messages.js';
import { listNotifications, recordNotification } from './notifications.js';
import { listPacks, readPack } from './packs.js';
import { listParts } from './parts.js';
import { listPeople, readMe, readPerson } from './people.js';
import { recordPin } from './pins.js';
import { listPolicies, readPolicy } from './policies.js';
import { recordPosition } from './positions.js';
import { readPreferences, recordPreferences } from './preferences.js';
import { listReactions, recordReactions } from './reactions.js';
import { readReading, recordReading } from './readings.js';
import { listRevisions, recordRevision } from './revisions.js';
import { listSteps, recordStep } from './steps.js';
import { listTasks, readTask, recordTask } from './tasks.js';
import { listTerms } from './terms.js';
import { listChanges, readTriage, recordTriage } from './triage.js';
import { listUnlocks, recordUnlock } from './unlocks.js';
import { listVersions, readDocument, readVersion } from './versions.js';

/** The version of the contract this package describes. */
export const contractVersion = '1.0';

/** Every endpoint, by noun and verb: `contract.acknowledgements.create`. */
export const contract = {
  discovery: { read: readDiscovery },
  health: { read: readHealth },
  me: { read: readMe },
  people: { list: listPeople, read: readPerson },
  policies: { list: listPolicies, read: readPolicy },
  versions: { list: listVersions, read: readVersion },
  documents: { read: readDocument },
  images: { read: readImage },
  packs: { list: listPacks, read: readPack },
  assignments: { list: listAssignments },
  checks: { read: readCheck },
  attempts: { record: recordAttempt },
  terms: { list: listTerms },
  readings: { read: readReading, record: recordReading },
  acknowledgements: {
    create: createAcknowledgement,
    list: listAcknowledgements,
    read: readAcknowledgement,
  },
  channels: { list: listChannels, read: readChannel },
  members: { list: listMembers },
  positions: { record: recordPosition },
  preferences: { read: readPreferences, record: recordPreferences },
  messages: { list: listMessages, read: readMessage, record: recordMessage },
  alerts: { list: listAlerts },
  revisions: { record: recordRevision, list: listRevisions },
  completions: { record: recordCompletion, list: listCompletions },
  attachments: { record: recordAttachment, read: readAttachment },
  uploads: { record: recordPart },
  reactions: { record: recordReactions, list: listReactions },
  pins: { record: recordPin },
  tasks: { list: listTasks, read: readTask, record: recordTask },
  parts: { list: listParts },
  steps: { record: recordStep, list: listSteps },
  incidents: { list: listIncidents, read: readIncident, record: recordIncident },
  answers: { record: recordAnswer, list: listAnswers },
  triage: { read: readTriage, record: recordTriage },
  changes: { list: listChanges },
  unlocks: { record: recordUnlock, list: listUnlocks },
  // What is open to everybody by a code comes before what could be taken for an id.
  claims: { open: openClaim, record: recordClaim, answer: answerClaim },
  clocks: { read: readClocks },
  notifications: { record: recordNotification, list: listNotifications },
  events: { stream: streamEvents },
  log: {
    checkpoint: readCheckpoint,
    inclusion: readInclusionProof,
    consistency: readConsistencyProof,
    entries: listEntries,
  },
} as const;

/** The type of {@link contract}. */
export type Contract = typeof contract;
