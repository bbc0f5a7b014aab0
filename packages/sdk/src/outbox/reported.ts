import type { AnswerRecorded, IncidentRecorded } from '@heed/contract';
import { wire } from '@heed/contract/wire-reports';
import { prepare } from '../calls.js';
import { elsewhere, recordOf, type Said, type SaidRow } from './said.js';

type ReportedRow = Extract<SaidRow, { kind: 'report' | 'answer' }>;

/** The request for what somebody noticed, or adds to it. */
export function reportedOf(baseUrl: string, row: ReportedRow): Said {
  const { key, person } = row;
  if (row.kind === 'report') {
    const { body } = row;
    const privacy = body.confidential ? 'confidential' : 'named';
    return {
      call: prepare(baseUrl, wire.incidents.record, { incident: key, ...body }),
      recorded(answer) {
        const report = answer as IncidentRecorded;
        const { incident, receipt } = report;
        const record = recordOf(receipt);
        const told = [incident.id, incident.privacy, incident.reporter?.id];
        const proven = [record?.incident?.id, record?.incident?.privacy, record?.person?.id];
        const wanted = JSON.stringify([key, privacy, person]);
        const isOurs = JSON.stringify(told) === wanted && JSON.stringify(proven) === wanted;
        return isOurs ? { report } : elsewhere();
      },
    };
  }
  const { body } = row;
  return {
    call: prepare(baseUrl, wire.answers.record, { answer: key, ...body }),
    recorded(told) {
      const { answer, receipt } = told as AnswerRecorded;
      const record = recordOf(receipt);
      const said = [answer.id, answer.incident, answer.author?.id];
      const proven = [record?.answer?.id, record?.incident?.id, record?.person?.id];
      const wanted = JSON.stringify([key, body.incident, person]);
      const isOurs = JSON.stringify(said) === wanted && JSON.stringify(proven) === wanted;
      return isOurs ? { answer: { answer, receipt } } : elsewhere();
    },
  };
}
