import type { InProcessBackend } from '@heed/server/testing';

export function openOffice(people: number): Promise<InProcessBackend>;
