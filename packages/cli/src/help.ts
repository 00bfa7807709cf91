/** What `chat help` prints. */
export const HELP = `chat: the command line of @chat

  chat migrate status        what the database has, and what this version would add
  chat migrate deploy        bring the database to this version (the server does the same when it starts)
  chat migrate new <name>    write a migration from the changes in prisma/schema.prisma
  chat help                  this text

The database is DATABASE_URL, or else the PostgreSQL kept in CHAT_DATA_DIR (default .data).
Exit codes: 0 done, 1 failed or behind, 2 no such command.`;
