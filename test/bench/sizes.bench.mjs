import { sizes } from './sizes.mjs';

/** Bytes over the wire. */
export default sizes;
