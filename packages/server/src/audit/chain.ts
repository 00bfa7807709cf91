/**
 * SQL of an entry's hash: over the hash before it and all that the entry says. Computed by the database for writing and for checking alike, so that
 * there is one way to spell a row.
 */
export const hashSql = (row: string, prevHash: string) => `encode(sha256(convert_to(${prevHash} || jsonb_build_array(
  floor(extract(epoch FROM ${row}.at) * 1000)::bigint, ${row}."actorId", ${row}.action, ${row}."targetType", ${row}."targetId", ${row}.detail,
  ${row}."requestId")::text, 'UTF8')), 'hex')`;
