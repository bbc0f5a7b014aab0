import '@heed/elements/define/ack-button';
import '@heed/elements/define/isms-provider';
import '@heed/elements/define/policy-list';
import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html } from 'lit';
import { expect, waitFor } from 'storybook/test';
import type { SessionState } from '@heed/elements';
import { clientIn, cut, silence } from '../.storybook/bad-network.js';

const meta: Meta = {
  title: 'Elements/isms-provider',
  component: 'isms-provider',
};
export default meta;

/** The innermost provider: the one that the story is about. */
const comesTo = (canvas: HTMLElement, state: SessionState): Promise<void> =>
  waitFor(() => expect([...canvas.querySelectorAll('isms-provider')].at(-1)!.state).toBe(state), {
    timeout: 10_000,
  });

/** Connected, it shows nothing of its own. (Every story here stands inside one that is signed in.) */
export const Connected: StoryObj = {
  render: () => html`<policy-list></policy-list>`,
  play: ({ canvasElement }) => comesTo(canvasElement, 'ready'),
};

/** No answer yet: it shows nothing, so that nothing jumps when the answer comes. */
export const Connecting: StoryObj = {
  render: (_, { globals }) => html`
    <isms-provider .client=${clientIn(silence, globals['persona'])}>
      <policy-list></policy-list>
    </isms-provider>
  `,
  play: ({ canvasElement }) => comesTo(canvasElement, 'connecting'),
};

/** No network, or a backend that is down: said once, for all elements below it. */
export const Unreachable: StoryObj = {
  render: (_, { globals }) => html`
    <isms-provider .client=${clientIn(cut, globals['persona'])}>
      <policy-list></policy-list>
    </isms-provider>
  `,
  play: ({ canvasElement }) => comesTo(canvasElement, 'unreachable'),
};

/** Signed in at the company, and not in its directory of people. */
export const UnknownPerson: StoryObj = {
  render: () => html`
    <isms-provider .client=${clientIn(() => undefined, 'nobody.we.know')}>
      <policy-list></policy-list>
    </isms-provider>
  `,
  play: ({ canvasElement }) => comesTo(canvasElement, 'unknown-person'),
};

/** Nobody is signed in: it says what the person can do, once for all elements below it. */
export const SignedOut: StoryObj = {
  render: () => html`
    <isms-provider base-url="/" .getToken=${() => undefined}>
      <policy-list></policy-list>
    </isms-provider>
  `,
  play: ({ canvasElement }) => comesTo(canvasElement, 'signed-out'),
};

/** The page's own words in place of the notice. */
export const OwnNotice: StoryObj = {
  render: () => html`
    <isms-provider base-url="/" .getToken=${() => undefined}>
      <p slot="notice"><a href="#sign-in">Sign in with your company account</a></p>
      <policy-list></policy-list>
    </isms-provider>
  `,
};

/** A page answers where the backend should be, as behind an expired sign-in of a proxy. */
export const SomethingElseAnswers: StoryObj = {
  render: () => html`
    <isms-provider base-url="/index.html" .getToken=${() => 'token'}>
      <policy-list></policy-list>
    </isms-provider>
  `,
  play: ({ canvasElement }) => comesTo(canvasElement, 'not-isms'),
};

/** An element elsewhere on the page, bound to a provider by its id. */
export const ByName: StoryObj = {
  render: () => html`
    <isms-provider id="company" base-url="/" .getToken=${() => undefined}></isms-provider>
    <ack-button for="company" policy="acceptable-use"></ack-button>
  `,
};
