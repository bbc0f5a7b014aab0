import type { Session } from '../session.js';

/** Comes when it is known what the backend offers, or that it cannot be reached. */
export function connected(session: Session): Promise<void> {
  return new Promise((resolve) => {
    const look = (): void => {
      if (session.state === 'connecting') return;
      session.removeEventListener('change', look);
      resolve();
    };
    session.addEventListener('change', look);
    look();
  });
}
