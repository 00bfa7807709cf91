-- CreateEnum
CREATE TYPE "PostingPolicy" AS ENUM ('everyone', 'moderators');

-- CreateEnum
CREATE TYPE "ReportTarget" AS ENUM ('message', 'user');

-- CreateEnum
CREATE TYPE "CaseState" AS ENUM ('open', 'assigned', 'resolved');

-- CreateEnum
CREATE TYPE "AppealState" AS ENUM ('open', 'upheld', 'lifted');

-- AlterEnum
ALTER TYPE "SanctionType" ADD VALUE 'warning';

-- AlterTable
ALTER TABLE "Channel" ADD COLUMN     "postingPolicy" "PostingPolicy" NOT NULL DEFAULT 'everyone';

-- AlterTable
ALTER TABLE "Message" ADD COLUMN     "hiddenAt" TIMESTAMPTZ(3);

-- AlterTable
ALTER TABLE "Sanction" ADD COLUMN     "caseId" UUID,
ADD COLUMN     "liftedById" UUID,
ADD COLUMN     "note" TEXT NOT NULL DEFAULT '',
ADD COLUMN     "seenAt" TIMESTAMPTZ(3);

-- CreateTable
CREATE TABLE "ReportCase" (
    "id" UUID NOT NULL,
    "target" "ReportTarget" NOT NULL,
    "userId" UUID NOT NULL,
    "messageId" UUID,
    "channelId" UUID,
    "state" "CaseState" NOT NULL DEFAULT 'open',
    "priority" INTEGER NOT NULL DEFAULT 0,
    "reportCount" INTEGER NOT NULL DEFAULT 0,
    "isEscalated" BOOLEAN NOT NULL DEFAULT false,
    "isHidden" BOOLEAN NOT NULL DEFAULT false,
    "assigneeId" UUID,
    "holderId" UUID,
    "heldUntil" TIMESTAMPTZ(3),
    "dueAt" TIMESTAMPTZ(3) NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "lastReportedAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "resolvedAt" TIMESTAMPTZ(3),
    "resolvedById" UUID,
    "resolution" TEXT,
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "ReportCase_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Report" (
    "id" UUID NOT NULL,
    "caseId" UUID NOT NULL,
    "reporterId" UUID,
    "ruleId" UUID,
    "reason" TEXT NOT NULL,
    "comment" TEXT NOT NULL DEFAULT '',
    "text" TEXT NOT NULL DEFAULT '',
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "Report_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "CaseDecision" (
    "id" UUID NOT NULL,
    "caseId" UUID NOT NULL,
    "byId" UUID NOT NULL,
    "action" TEXT NOT NULL,
    "reason" TEXT NOT NULL DEFAULT '',
    "note" TEXT NOT NULL DEFAULT '',
    "sanctionId" UUID,
    "before" JSONB NOT NULL DEFAULT '{}',
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "undoneAt" TIMESTAMPTZ(3),
    "deletesAt" TIMESTAMPTZ(3),
    "deletedAt" TIMESTAMPTZ(3),

    CONSTRAINT "CaseDecision_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Appeal" (
    "id" UUID NOT NULL,
    "sanctionId" UUID NOT NULL,
    "userId" UUID NOT NULL,
    "text" TEXT NOT NULL,
    "state" "AppealState" NOT NULL DEFAULT 'open',
    "answer" TEXT NOT NULL DEFAULT '',
    "decidedById" UUID,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "decidedAt" TIMESTAMPTZ(3),

    CONSTRAINT "Appeal_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Block" (
    "userId" UUID NOT NULL,
    "blockedId" UUID NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "Block_pkey" PRIMARY KEY ("userId","blockedId")
);

-- CreateTable
CREATE TABLE "Rule" (
    "id" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "position" INTEGER NOT NULL,
    "enabled" BOOLEAN NOT NULL DEFAULT true,
    "condition" JSONB NOT NULL,
    "action" JSONB NOT NULL,
    "hits" BIGINT NOT NULL DEFAULT 0,
    "lastHitAt" TIMESTAMPTZ(3),
    "version" INTEGER NOT NULL DEFAULT 1,
    "createdById" UUID,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updatedAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "Rule_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Setting" (
    "key" TEXT NOT NULL,
    "value" JSONB NOT NULL,
    "updatedById" UUID,
    "updatedAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "Setting_pkey" PRIMARY KEY ("key")
);

-- CreateTable
CREATE TABLE "Invite" (
    "id" UUID NOT NULL,
    "codeHash" TEXT NOT NULL,
    "email" TEXT,
    "role" "UserRole" NOT NULL DEFAULT 'user',
    "createdById" UUID NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "expiresAt" TIMESTAMPTZ(3) NOT NULL,
    "usedById" UUID,
    "usedAt" TIMESTAMPTZ(3),

    CONSTRAINT "Invite_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "ActiveDay" (
    "day" DATE NOT NULL,
    "userId" UUID NOT NULL,

    CONSTRAINT "ActiveDay_pkey" PRIMARY KEY ("day","userId")
);

-- CreateTable
CREATE TABLE "DayTotal" (
    "day" DATE NOT NULL,
    "messages" INTEGER NOT NULL,
    "active" INTEGER NOT NULL,
    "busiest" JSONB NOT NULL,

    CONSTRAINT "DayTotal_pkey" PRIMARY KEY ("day")
);

-- CreateIndex
CREATE INDEX "ReportCase_userId_idx" ON "ReportCase"("userId");

-- CreateIndex
CREATE INDEX "ReportCase_messageId_idx" ON "ReportCase"("messageId");

-- CreateIndex
CREATE INDEX "ReportCase_state_priority_dueAt_idx" ON "ReportCase"("state", "priority", "dueAt");

-- CreateIndex
CREATE INDEX "ReportCase_resolvedAt_idx" ON "ReportCase"("resolvedAt");

-- CreateIndex
CREATE INDEX "Report_reporterId_createdAt_idx" ON "Report"("reporterId", "createdAt");

-- CreateIndex
CREATE UNIQUE INDEX "Report_caseId_reporterId_key" ON "Report"("caseId", "reporterId");

-- CreateIndex
CREATE INDEX "CaseDecision_caseId_createdAt_idx" ON "CaseDecision"("caseId", "createdAt");

-- CreateIndex
CREATE INDEX "CaseDecision_byId_createdAt_idx" ON "CaseDecision"("byId", "createdAt");

-- CreateIndex
CREATE UNIQUE INDEX "Appeal_sanctionId_key" ON "Appeal"("sanctionId");

-- CreateIndex
CREATE INDEX "Appeal_state_createdAt_idx" ON "Appeal"("state", "createdAt");

-- CreateIndex
CREATE INDEX "Appeal_userId_idx" ON "Appeal"("userId");

-- CreateIndex
CREATE INDEX "Block_blockedId_idx" ON "Block"("blockedId");

-- CreateIndex
CREATE UNIQUE INDEX "Invite_codeHash_key" ON "Invite"("codeHash");

-- CreateIndex
CREATE INDEX "Invite_createdAt_idx" ON "Invite"("createdAt");

-- CreateIndex
CREATE INDEX "ActiveDay_userId_idx" ON "ActiveDay"("userId");

-- CreateIndex
CREATE INDEX "User_createdAt_idx" ON "User"("createdAt");

-- CreateIndex
CREATE INDEX "Sanction_createdAt_idx" ON "Sanction"("createdAt");

-- CreateIndex
CREATE INDEX "AuditLog_at_idx" ON "AuditLog"("at");

-- CreateIndex
CREATE INDEX "AuditLog_actorId_id_idx" ON "AuditLog"("actorId", "id");

-- CreateIndex
CREATE INDEX "AuditLog_targetType_targetId_id_idx" ON "AuditLog"("targetType", "targetId", "id");

-- AddForeignKey
ALTER TABLE "Sanction" ADD CONSTRAINT "Sanction_caseId_fkey" FOREIGN KEY ("caseId") REFERENCES "ReportCase"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ReportCase" ADD CONSTRAINT "ReportCase_userId_fkey" FOREIGN KEY ("userId") REFERENCES "User"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ReportCase" ADD CONSTRAINT "ReportCase_messageId_fkey" FOREIGN KEY ("messageId") REFERENCES "Message"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ReportCase" ADD CONSTRAINT "ReportCase_channelId_fkey" FOREIGN KEY ("channelId") REFERENCES "Channel"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ReportCase" ADD CONSTRAINT "ReportCase_assigneeId_fkey" FOREIGN KEY ("assigneeId") REFERENCES "User"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Report" ADD CONSTRAINT "Report_caseId_fkey" FOREIGN KEY ("caseId") REFERENCES "ReportCase"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Report" ADD CONSTRAINT "Report_reporterId_fkey" FOREIGN KEY ("reporterId") REFERENCES "User"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "CaseDecision" ADD CONSTRAINT "CaseDecision_caseId_fkey" FOREIGN KEY ("caseId") REFERENCES "ReportCase"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "CaseDecision" ADD CONSTRAINT "CaseDecision_sanctionId_fkey" FOREIGN KEY ("sanctionId") REFERENCES "Sanction"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Appeal" ADD CONSTRAINT "Appeal_sanctionId_fkey" FOREIGN KEY ("sanctionId") REFERENCES "Sanction"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Appeal" ADD CONSTRAINT "Appeal_userId_fkey" FOREIGN KEY ("userId") REFERENCES "User"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Block" ADD CONSTRAINT "Block_userId_fkey" FOREIGN KEY ("userId") REFERENCES "User"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Block" ADD CONSTRAINT "Block_blockedId_fkey" FOREIGN KEY ("blockedId") REFERENCES "User"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ActiveDay" ADD CONSTRAINT "ActiveDay_userId_fkey" FOREIGN KEY ("userId") REFERENCES "User"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- What Prisma's schema language cannot say.

-- A case is about one message or one person, and a target has one unresolved case, however many report it at once.
ALTER TABLE "ReportCase" ADD CONSTRAINT "ReportCase_target" CHECK ((target = 'message') = ("messageId" IS NOT NULL)),
  ADD CONSTRAINT "ReportCase_resolved" CHECK ((state = 'resolved') = ("resolvedAt" IS NOT NULL)),
  ADD CONSTRAINT "ReportCase_priority" CHECK (priority BETWEEN 0 AND 3);
CREATE UNIQUE INDEX "ReportCase_one_a_message" ON "ReportCase" ("messageId") WHERE target = 'message' AND "resolvedAt" IS NULL;
CREATE UNIQUE INDEX "ReportCase_one_a_person" ON "ReportCase" ("userId") WHERE target = 'user' AND "resolvedAt" IS NULL;

-- What must be done to messages for their cases is found without reading all of them.
CREATE INDEX "CaseDecision_deletes" ON "CaseDecision" ("deletesAt") WHERE "deletesAt" IS NOT NULL AND "deletedAt" IS NULL AND "undoneAt" IS NULL;
CREATE INDEX "ReportCase_hidden" ON "ReportCase" ("messageId") WHERE "isHidden";
CREATE INDEX "Message_hidden" ON "Message" ("id") WHERE "hiddenAt" IS NOT NULL AND "deletedAt" IS NULL;

-- Nobody sanctions, blocks or judges themselves.
ALTER TABLE "Sanction" ADD CONSTRAINT "Sanction_by_another" CHECK ("byId" IS NULL OR "byId" <> "userId");
ALTER TABLE "Appeal" ADD CONSTRAINT "Appeal_by_another" CHECK ("decidedById" IS NULL OR "decidedById" <> "userId"),
  ADD CONSTRAINT "Appeal_decided" CHECK ((state = 'open') = ("decidedAt" IS NULL));
ALTER TABLE "Block" ADD CONSTRAINT "Block_of_another" CHECK ("userId" <> "blockedId");

-- What is in force is little beside what was.
CREATE INDEX "Sanction_in_force" ON "Sanction" ("createdAt") WHERE "liftedAt" IS NULL;
-- Messages are written in the order of their times, near enough: a few pages tell which rows an hour has.
CREATE INDEX "Message_createdAt_brin" ON "Message" USING brin ("createdAt") WITH (pages_per_range = 32, autosummarize = on);

-- Who was never here stands at the end of those who were.
CREATE INDEX "User_seen" ON "User" ((coalesce("lastSeenAt", 'epoch'::timestamptz)), id);

-- Any part of a name, address or id is found without reading all people, and small mistakes in a name are forgiven. A database whose owner may not
-- have the extension does without both: it finds parts by reading all.
DO $$
BEGIN
  CREATE EXTENSION IF NOT EXISTS pg_trgm;
  CREATE INDEX "User_name_trgm" ON "User" USING gin (lower(name) gin_trgm_ops);
  CREATE INDEX "User_email_trgm" ON "User" USING gin (lower(email) gin_trgm_ops);
  CREATE INDEX "User_externalId_trgm" ON "User" USING gin (lower("externalId") gin_trgm_ops);
  CREATE INDEX "Channel_name_trgm" ON "Channel" USING gin (lower(name) gin_trgm_ops);
  CREATE FUNCTION resembles(name text, words text) RETURNS boolean LANGUAGE sql STABLE AS 'SELECT name %> words';
EXCEPTION WHEN insufficient_privilege OR undefined_file OR feature_not_supported THEN
  CREATE FUNCTION resembles(name text, words text) RETURNS boolean LANGUAGE sql STABLE AS 'SELECT false';
END $$;
