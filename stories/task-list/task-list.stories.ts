import '@heed/elements/define/task-list';
import type { TaskListState } from '@heed/elements';
import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html } from 'lit';
import { expect, waitFor } from 'storybook/test';
import { clientIn, cut, only, silence } from '../.storybook/bad-network.js';

const meta: Meta = {
  title: 'Elements/task-list',
  component: 'task-list',
  render: () => html`<task-list></task-list>`,
};
export default meta;

const comesTo = (canvas: HTMLElement, ...states: TaskListState[]): Promise<void> =>
  waitFor(() => expect(states).toContain(canvas.querySelector('task-list')!.state), {
    timeout: 10_000,
  });

/** What is asked of the person who is signed in: choose another one from the toolbar. */
export const Mine: StoryObj = {
  play: ({ canvasElement }) => comesTo(canvasElement, 'ready', 'empty'),
};

/** What somebody sees below who may ask others: here the ISMS manager. Choose somebody else from the toolbar to see it go. */
export const AskedOfOthers: StoryObj = {
  globals: { persona: 'ines.tavares' },
  play: async ({ canvasElement }) => {
    await comesTo(canvasElement, 'ready', 'empty');
    const part = (what: string) =>
      canvasElement.querySelector('task-list')!.shadowRoot!.querySelector<HTMLElement>(what);
    await waitFor(() => expect(part('#asking-ask')).not.toBe(null), { timeout: 10_000 });
  },
};

/** The form in which something is asked. */
export const Asking: StoryObj = {
  ...AskedOfOthers,
  play: async (context) => {
    await AskedOfOthers.play!(context);
    const { shadowRoot } = context.canvasElement.querySelector('task-list')!;
    shadowRoot!.querySelector<HTMLElement>('#asking-ask')!.click();
    await waitFor(() => expect(shadowRoot!.querySelector('#asking-title')).not.toBe(null));
  },
};

/** A link that leads to a task which is not there, or not asked of the person. */
export const NotThere: StoryObj = {
  render: () => html`<task-list task="never-asked"></task-list>`,
  play: ({ canvasElement }) => comesTo(canvasElement, 'ready', 'empty'),
};

/** No answer yet. */
export const Loading: StoryObj = {
  render: (_, { globals }) => html`
    <task-list
      .client=${clientIn(only('GET', '/v1/tasks', silence), globals['persona'])}
    ></task-list>
  `,
  play: ({ canvasElement }) => comesTo(canvasElement, 'loading'),
};

/** Without a network for it: it says so, and offers the way on. */
export const Unreachable: StoryObj = {
  render: (_, { globals }) => html`
    <task-list .client=${clientIn(only('GET', '/v1/tasks', cut), globals['persona'])}></task-list>
  `,
  play: ({ canvasElement }) => comesTo(canvasElement, 'failed'),
};
