/** The version under which the kit's elements are registered; that of package.json, held to it by a test. */
export const KIT_VERSION = '0.1.0';
