import { Failure } from '../http/failure.js';
import type { Routes } from '../http/handlers.js';

/** Nothing yet: the discovery document does not name the profile. */
export function taskRoutes(): Routes<'tasks'> {
  const nothing = async () => {
    throw new Failure('not-found', 'The contract of this backend has no such address.');
  };
  return {
    list: nothing,
    read: nothing,
    record: nothing,
  };
}
