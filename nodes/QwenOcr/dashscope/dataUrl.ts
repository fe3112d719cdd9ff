/** Longest data URL that the service takes, in characters (its error text states the number). */
const MAX_DATA_URL_LENGTH = 10_485_760;

/** `data:image/jpeg;base64,`, with room for longer types. */
const LONGEST_HEAD = 32;

/** Largest picture that fits into a data URL, in bytes: base64 makes four characters of three. */
export const MAX_INLINE_BYTES = Math.floor((MAX_DATA_URL_LENGTH - LONGEST_HEAD) / 4) * 3;
