import { IncidentReport } from '../incident-report/incident-report.js';

IncidentReport.define();
