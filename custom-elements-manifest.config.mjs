// What the manifest of a package says of its elements: all that a host page may use, and nothing else.
// It is read with the package's folder as the working directory (`npm run manifest`).

/** What every element has from Lit or the platform: for those who write one, not for those who use it. */
const LIFECYCLE = new Set([
  ...['connectedCallback', 'disconnectedCallback', 'attributeChangedCallback', 'adoptedCallback'],
  ...['formAssociatedCallback', 'formDisabledCallback', 'formResetCallback', 'formStateRestoreCallback'],
  ...['createRenderRoot', 'shouldUpdate', 'willUpdate', 'update', 'render', 'firstUpdated', 'updated'],
  ...['getUpdateComplete', 'scheduleUpdate', 'styles', 'properties', 'shadowRootOptions', 'formAssociated'],
]);

/** A member without a name is one whose name is computed: nobody can read about it. */
const isPublic = ({name, privacy}) =>
  privacy !== 'private' && privacy !== 'protected' && !!name && !name.startsWith('#') && !LIFECYCLE.has(name);

function keepPublic(declaration) {
  const hidden = new Set(declaration.members?.filter((member) => !isPublic(member)).map(({name}) => name));
  declaration.members &&= declaration.members.filter(isPublic);
  declaration.attributes &&= declaration.attributes.filter(({fieldName}) => !hidden.has(fieldName));
}

export default {
  litelement: true,
  globs: ['src/**/*.ts'],
  exclude: ['src/**/*.{test,stories,messages,styles}.ts', 'src/**/*.d.ts'],
  outdir: '.',
  packagejson: false,
  plugins: [
    {
      name: 'deskwire-public-only',
      packageLinkPhase({customElementsManifest}) {
        for (const module of customElementsManifest.modules) {
          module.declarations?.forEach(keepPublic);
        }
      },
    },
  ],
};
