/** What a user's name to sign in with may look like; it is kept in lower case. */
export const loginPattern = /^[\p{L}\p{N}][\p{L}\p{N}._@+-]{0,99}$/u;
