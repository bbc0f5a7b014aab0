import { dirname } from 'node:path';
import type { SourceFile } from '../folder.js';
import type { Ledger } from '../ledger.js';
import type { RawPerson } from '../person.js';
import type { Found, PeopleFormat } from './found.js';

/*
 * The dump of an HR database, as the Adventure Works sample of SQL Server has it: tables as files of
 * tab-separated columns without a header row, in one folder. Columns are known by their position.
 */
const EMPLOYEE = { id: 0, login: 2, title: 5, hired: 9, current: 13 };
const EMPLOYEE_WIDTH = 16;
const NOT_TAKEN =
  'NationalIDNumber, OrganizationNode, OrganizationLevel, BirthDate, MaritalStatus, Gender, ' +
  'SalariedFlag, VacationHours, SickLeaveHours, rowguid, ModifiedDate';
const HISTORY = { id: 0, department: 1, shift: 2, start: 3, end: 4 };
const HISTORY_WIDTH = 6;
const DEPARTMENT = { id: 0, name: 1, group: 2 };
const SHIFT = { id: 0, name: 1 };

interface Row {
  cells: string[];
  line: number;
}

function table(file: SourceFile, width: number, ledger: Ledger): Row[] {
  const rows: Row[] = [];
  (file.text ?? '').split(/\r?\n/).forEach((text, index) => {
    if (text === '') return;
    const cells = text.split('\t');
    if (cells.length >= width) rows.push({ cells, line: index + 1 });
    else {
      const message = `The row has ${cells.length} columns, ${width} are needed; it was left out.`;
      ledger.problem(file.path, index + 1, message);
      ledger.lose(file.path);
      ledger.doubt(file.path);
    }
  });
  return rows;
}

const byId = (rows: Row[]): Map<string, string[]> =>
  new Map(rows.map(({ cells }) => [cells[0] ?? '', cells]));

/** The membership without an end; the one that began last when there are several or none. */
function currentMemberships(rows: readonly Row[]): Map<string, string[]> {
  const current = new Map<string, string[]>();
  const rank = (cells: string[]): string =>
    `${cells[HISTORY.end] === '' ? 1 : 0}${cells[HISTORY.start] ?? ''}`;
  for (const { cells } of rows) {
    const id = cells[HISTORY.id] ?? '';
    const before = current.get(id);
    if (before === undefined || rank(cells) > rank(before)) current.set(id, cells);
  }
  return current;
}

/** `firm\ken0` → `ken0`. */
const userNameOf = (login: string): string => login.split('\\').at(-1) ?? '';

/** `ken0` → `Ken`: the dump holds no names, and none are invented. */
function displayNameOf(userName: string): string {
  const name = userName.replace(/\d+$/, '') || userName;
  return name.charAt(0).toUpperCase() + name.slice(1);
}

interface Tables {
  employee: SourceFile;
  history: SourceFile;
  department: SourceFile;
  shift?: SourceFile;
}

function readTables({ employee, history, department, shift }: Tables, ledger: Ledger): RawPerson[] {
  const departments = byId(table(department, 3, ledger));
  const shifts = byId(shift === undefined ? [] : table(shift, 2, ledger));
  const memberships = currentMemberships(table(history, HISTORY_WIDTH, ledger));
  return table(employee, EMPLOYEE_WIDTH, ledger).map(({ cells, line }) => {
    const membership = memberships.get(cells[EMPLOYEE.id] ?? '');
    const team = departments.get(membership?.[HISTORY.department] ?? '');
    const shiftName = shifts.get(membership?.[HISTORY.shift] ?? '')?.[SHIFT.name];
    const userName = userNameOf(cells[EMPLOYEE.login] ?? '');
    if (team === undefined) ledger.problem(employee.path, line, `${userName} has no department.`);
    return {
      file: employee.path,
      line,
      one: {
        userName,
        displayName: displayNameOf(userName),
        title: cells[EMPLOYEE.title] ?? '',
        department: team?.[DEPARTMENT.name] ?? '',
        division: team?.[DEPARTMENT.group] ?? '',
        joined: cells[EMPLOYEE.hired] ?? '',
      },
      many: { groups: shiftName === undefined ? [] : [`${shiftName} shift`] },
      active: cells[EMPLOYEE.current] ?? '',
    };
  });
}

/** Folders with `Employee.csv`, `EmployeeDepartmentHistory.csv` and `Department.csv` side by side. */
export const hrDatabase: PeopleFormat = (files, ledger) => {
  const found: Found = { people: [], groups: [] };
  const byPath = new Map(files.map((file) => [file.path, file]));
  for (const employee of files.filter(({ path }) => /(^|\/)Employee\.csv$/.test(path))) {
    const folder = dirname(employee.path);
    const at = (name: string): SourceFile | undefined =>
      byPath.get(folder === '.' ? name : `${folder}/${name}`);
    const history = at('EmployeeDepartmentHistory.csv');
    const department = at('Department.csv');
    const shift = at('Shift.csv');
    if (history === undefined || department === undefined) continue;
    const tables = { employee, history, department, ...(shift && { shift }) };
    const people = readTables(tables, ledger);
    found.people.push(...people);
    for (const file of Object.values(tables)) ledger.take(file.path, 'a table of an HR database');
    ledger.note(employee.path, undefined, `Columns not taken: ${NOT_TAKEN}.`);
    const names = 'The dump holds no names and no mail addresses: names shown come from the logins';
    ledger.note(employee.path, undefined, `${names} (Ken from ken0), mail stays empty.`);
  }
  return found;
};
