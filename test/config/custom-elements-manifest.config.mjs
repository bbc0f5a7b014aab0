import { basename } from 'node:path';

/** Reads the element classes below packages/elements/src (the analyzer runs there). */
export default {
  globs: ['src/**/*.ts'],
  exclude: ['src/**/*.test.ts', 'src/testing/**', 'src/cdn/**', 'src/**/*.strings.ts'],
  outdir: '.',
  // It would write to the root's package.json.
  packagejson: false,
  litelement: true,
  plugins: [tagNames()],
};

/**
 * A class does not know its tag: `define/<tag>.ts` calls `Class.define()`. This gives each class the tag of the
 * file that defines it.
 */
function tagNames() {
  const tags = new Map();
  return {
    name: 'tag-names',
    collectPhase({ ts, node }) {
      if (!ts.isSourceFile(node) || !node.fileName.includes('src/define/')) return;
      const tag = basename(node.fileName, '.ts');
      const defined = /(\w+)\.define\(/.exec(node.getText())?.[1];
      if (defined !== undefined) tags.set(defined, tag);
    },
    packageLinkPhase({ customElementsManifest }) {
      for (const module of customElementsManifest.modules) {
        // The class that `defineTag` makes on the fly has no name and no tag of its own.
        module.declarations = module.declarations?.filter(({ name }) => !/^anonymous_/.test(name));
        module.exports = module.exports?.filter(({ name }) => name !== 'tag');
        for (const declaration of module.declarations ?? []) {
          declaration.events = declaration.events?.filter(isNotRepeated);
          declaration.members = declaration.members?.filter(isPublic);
          const tag = tags.get(declaration.name);
          if (tag === undefined) continue;
          Object.assign(declaration, { tagName: tag, customElement: true });
          module.exports?.push({
            kind: 'custom-element-definition',
            name: tag,
            declaration: { name: declaration.name, module: module.path },
          });
        }
      }
    },
  };
}

/**
 * Events are classes here, documented by `@event {Class} name`. What the analyzer finds at `dispatchEvent(new
 * Class(argument))` repeats one of these under the argument's name.
 */
function isNotRepeated(event, _at, events) {
  const repeats = ({ type, description }) => description && type?.text === event.type?.text;
  return event.description || !events.some(repeats);
}

function isPublic({ name, privacy }) {
  return !name.startsWith('#') && (privacy === undefined || privacy === 'public');
}
