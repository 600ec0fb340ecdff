/** Says that a module loaded when needed has arrived. */
export const lazyModule = 'loaded';
