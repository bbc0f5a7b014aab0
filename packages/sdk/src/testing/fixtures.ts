/** A problem answer (RFC 9457). */
export const problem = (status: number, code: string, headers: Record<string, string> = {}) => ({
  status,
  headers: { 'content-type': 'application/problem+json', ...headers },
  body: { type: `urn:heed:problem:${code}`, title: 'Title', status, code, requestId: 'r-1' },
});

/** A person as the contract has it. */
export const person = (id: string) => ({
  id,
  userName: id,
  displayName: id,
  emails: [],
  groups: [],
  products: [],
  relation: 'employee',
  roles: [],
  active: true,
});

/** A policy as the contract has it. */
export const policy = (id: string) => ({
  id,
  title: id,
  kind: 'policy',
  classification: 'internal',
  controls: [],
  version: 1,
  documents: [],
});
