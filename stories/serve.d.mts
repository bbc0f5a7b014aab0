/** Paths that are the backend's. */
export const backendPaths: readonly string[];
/** Serves a built Storybook with a backend (its origin) behind it. */
export function serveStories(
  folder: string,
  backend: string,
): Promise<{ url: string; stop: () => Promise<void> }>;
