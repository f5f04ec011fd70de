/** The version under which `<dw-desk>` is registered; that of package.json, held to it by a test. */
export const DESK_VERSION = '0.1.0';
