import '@heed/elements/define/incident-report';
import type { ReportState } from '@heed/elements';
import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html } from 'lit';
import { expect, waitFor } from 'storybook/test';
import { clientIn, cut, only } from '../.storybook/bad-network.js';

const advice = html`
  <p slot="advice">If somebody is in danger, call 112 first.</p>
  <p slot="advice-phishing">Do not click on anything in it, and leave it where it is.</p>
`;
const meta: Meta = {
  title: 'Elements/incident-report',
  component: 'incident-report',
  render: () => html`<incident-report>${advice}</incident-report>`,
};
export default meta;

const elementIn = (canvas: HTMLElement) => canvas.querySelector('incident-report')!;
const comesTo = (canvas: HTMLElement, ...states: ReportState[]): Promise<void> =>
  waitFor(() => expect(states).toContain(elementIn(canvas).state), { timeout: 10_000 });
/** Tells something and sends it. */
const tell = async (canvas: HTMLElement): Promise<void> => {
  const field = await waitFor(() => {
    const found = elementIn(canvas).shadowRoot!.querySelector<HTMLTextAreaElement>('#noticed');
    expect(found).toBeTruthy();
    return found!;
  });
  field.value = 'A mail that asks for my password';
  field.dispatchEvent(new InputEvent('input'));
  await elementIn(canvas).updateComplete;
  field.form!.requestSubmit();
};

/** The questions. The advice comes from the page: choose what it seems to be. */
export const Questions: StoryObj = {
  play: ({ canvasElement }) => comesTo(canvasElement, 'draft'),
};

/** A button at the edge of any page. */
export const Floating: StoryObj = {
  render: () => html`<incident-report floating>${advice}</incident-report>`,
  play: ({ canvasElement }) => comesTo(canvasElement, 'draft'),
};

/** It is recorded, and the receipt is here. */
export const Recorded: StoryObj = {
  play: async ({ canvasElement }) => {
    await tell(canvasElement);
    await comesTo(canvasElement, 'recorded');
  },
};

/** Without a network it waits, and says so. */
export const Waiting: StoryObj = {
  render: (_, { globals }) => html`
    <incident-report
      .client=${clientIn(only('PUT', '/v1/incidents', cut), globals['persona'])}
    ></incident-report>
  `,
  play: async ({ canvasElement }) => {
    await tell(canvasElement);
    await comesTo(canvasElement, 'queued');
  },
};
