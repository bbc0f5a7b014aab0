import '@heed/elements/define/isms-provider';
import { setCustomElementsManifest, type Preview } from '@storybook/web-components-vite';
import { html } from 'lit';
import { keyed } from 'lit/directives/keyed.js';
import manifest from '../../packages/elements/custom-elements.json';
import people from '../../packages/server/starter/people.json';
import { tokenOf } from './sign-in.js';

setCustomElementsManifest(manifest);

const personas = people.Resources.map(({ userName, displayName, title }) => ({
  value: userName,
  title: [displayName, title].filter(Boolean).join(', '),
}));

const preview: Preview = {
  tags: ['autodocs'],
  parameters: {
    a11y: { test: 'error' },
    options: { storySort: { order: ['Guides', '*'] } },
  },
  initialGlobals: { persona: personas[0]?.value, language: 'en' },
  globalTypes: {
    persona: {
      description: 'Who is signed in',
      toolbar: { icon: 'user', items: personas, dynamicTitle: true },
    },
    language: {
      description: 'Language of the page',
      toolbar: {
        icon: 'globe',
        items: [
          { value: 'en', title: 'English' },
          { value: 'de', title: 'Deutsch' },
        ],
        dynamicTitle: true,
      },
    },
  },
  decorators: [
    (story, { globals }) => {
      const { persona, language } = globals as { persona: string; language: string };
      const getToken = () => tokenOf(persona);
      const page = html`<isms-provider base-url="/" lang=${language} .getToken=${getToken}
        >${story()}</isms-provider
      >`;
      return html`${keyed(persona, page)}`;
    },
  ],
};

export default preview;
