-- AlterTable
ALTER TABLE "Sanction" ADD COLUMN     "byGroup" BOOLEAN NOT NULL DEFAULT false;
