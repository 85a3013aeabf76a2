-- CreateSchema
CREATE SCHEMA IF NOT EXISTS "public";

-- CreateEnum
CREATE TYPE "role" AS ENUM ('volunteer', 'coordinator', 'administrator');

-- CreateEnum
CREATE TYPE "deadline_state" AS ENUM ('open', 'done', 'superseded', 'cancelled');

-- CreateEnum
CREATE TYPE "member_kind" AS ENUM ('holder', 'received', 'helper');

-- CreateEnum
CREATE TYPE "answer_state" AS ENUM ('value', 'dont_know', 'prefers_not');

-- CreateEnum
CREATE TYPE "confidentiality" AS ENUM ('ordinary', 'health', 'violence', 'asylum');

-- CreateEnum
CREATE TYPE "contact_channel" AS ENUM ('email', 'sms', 'phone', 'post', 'relay');

-- CreateEnum
CREATE TYPE "contact_safety" AS ENUM ('unknown', 'safe', 'unsafe', 'ask_each_time');

-- CreateEnum
CREATE TYPE "reminder_state" AS ENUM ('planned', 'taken', 'handed_over', 'closed', 'cancelled', 'failed', 'in_doubt');

-- CreateTable
CREATE TABLE "association" (
    "id" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "time_zone" TEXT NOT NULL DEFAULT 'Europe/Paris',
    "contact_phone" TEXT,
    "reply_to" TEXT,
    "person_counter" INTEGER NOT NULL DEFAULT 0,
    "dossier_counter" INTEGER NOT NULL DEFAULT 0,
    "is_demo" BOOLEAN NOT NULL DEFAULT false,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "association_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "app_user" (
    "id" UUID NOT NULL,
    "association_id" UUID NOT NULL,
    "email" TEXT NOT NULL,
    "display_name" TEXT NOT NULL,
    "password_hash" TEXT NOT NULL,
    "role" "role" NOT NULL,
    "restricted_papers" BOOLEAN NOT NULL DEFAULT false,
    "language" TEXT NOT NULL DEFAULT 'fr',
    "disabled_at" TIMESTAMPTZ(3),
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "app_user_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "session" (
    "sid" TEXT NOT NULL,
    "sess" JSON NOT NULL,
    "expire" TIMESTAMP(6) NOT NULL,

    CONSTRAINT "session_pkey" PRIMARY KEY ("sid")
);

-- CreateTable
CREATE TABLE "deadline" (
    "id" UUID NOT NULL,
    "association_id" UUID NOT NULL,
    "person_id" UUID NOT NULL,
    "dossier_id" UUID,
    "source_kind" TEXT NOT NULL,
    "source_id" UUID NOT NULL,
    "rule_id" TEXT NOT NULL,
    "rule_version" TEXT NOT NULL,
    "term_on" DATE,
    "last_day_on" DATE,
    "prudent_on" DATE,
    "expires_at" TIMESTAMPTZ(3),
    "opens_on" DATE,
    "gravity" INTEGER NOT NULL,
    "confidence" TEXT NOT NULL,
    "running" TEXT NOT NULL,
    "outcome" JSONB NOT NULL,
    "facts" JSONB NOT NULL,
    "state" "deadline_state" NOT NULL DEFAULT 'open',
    "current" BOOLEAN DEFAULT true,
    "done_on" DATE,
    "done_by_id" UUID,
    "done_proof" TEXT,
    "replaces_id" UUID,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updated_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "deadline_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "task" (
    "id" UUID NOT NULL,
    "association_id" UUID NOT NULL,
    "person_id" UUID,
    "dossier_id" UUID,
    "kind" TEXT NOT NULL,
    "title" TEXT NOT NULL,
    "due_on" DATE,
    "assignee_id" UUID,
    "reminder_id" UUID,
    "created_by_id" UUID,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "done_at" TIMESTAMPTZ(3),
    "done_by_id" UUID,
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "task_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "appointment" (
    "id" UUID NOT NULL,
    "association_id" UUID NOT NULL,
    "person_id" UUID NOT NULL,
    "dossier_id" UUID,
    "kind" TEXT NOT NULL,
    "starts_at" TIMESTAMPTZ(3) NOT NULL,
    "place" TEXT NOT NULL,
    "status" TEXT NOT NULL DEFAULT 'planned',
    "created_by_id" UUID NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "appointment_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "dossier" (
    "id" UUID NOT NULL,
    "association_id" UUID NOT NULL,
    "person_id" UUID NOT NULL,
    "reference" TEXT NOT NULL,
    "basis" TEXT,
    "stage" TEXT NOT NULL,
    "departement" TEXT,
    "opened_on" DATE NOT NULL,
    "closed_on" DATE,
    "close_reason" TEXT,
    "created_by_id" UUID NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updated_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "dossier_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "dossier_member" (
    "id" UUID NOT NULL,
    "association_id" UUID NOT NULL,
    "dossier_id" UUID NOT NULL,
    "user_id" UUID NOT NULL,
    "kind" "member_kind" NOT NULL,
    "since" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "ended_at" TIMESTAMPTZ(3),
    "current" BOOLEAN DEFAULT true,

    CONSTRAINT "dossier_member_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "dossier_document" (
    "association_id" UUID NOT NULL,
    "dossier_id" UUID NOT NULL,
    "document_id" UUID NOT NULL,

    CONSTRAINT "dossier_document_pkey" PRIMARY KEY ("association_id","dossier_id","document_id")
);

-- CreateTable
CREATE TABLE "permanence" (
    "id" UUID NOT NULL,
    "association_id" UUID NOT NULL,
    "place" TEXT NOT NULL,
    "held_on" DATE NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "permanence_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "reception" (
    "id" UUID NOT NULL,
    "association_id" UUID NOT NULL,
    "permanence_id" UUID NOT NULL,
    "person_id" UUID NOT NULL,
    "dossier_id" UUID,
    "received_by_id" UUID NOT NULL,
    "received_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "reception_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "note" (
    "id" UUID NOT NULL,
    "association_id" UUID NOT NULL,
    "dossier_id" UUID NOT NULL,
    "kind" TEXT NOT NULL,
    "body" TEXT NOT NULL,
    "author_id" UUID NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "note_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "filing" (
    "id" UUID NOT NULL,
    "association_id" UUID NOT NULL,
    "dossier_id" UUID NOT NULL,
    "kind" TEXT NOT NULL,
    "title" TEXT NOT NULL,
    "basis" TEXT,
    "channel" TEXT,
    "filed_on" DATE NOT NULL,
    "complete_on" DATE,
    "receipt_until" DATE,
    "receipt_ref" TEXT,
    "created_by_id" UUID NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "filing_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "decision" (
    "id" UUID NOT NULL,
    "association_id" UUID NOT NULL,
    "dossier_id" UUID NOT NULL,
    "filing_id" UUID,
    "paper" TEXT NOT NULL,
    "decision_on" DATE,
    "notified_on" DATE,
    "notified_at_text" TEXT,
    "facts" JSONB NOT NULL,
    "outcome" TEXT NOT NULL,
    "outcome_reasons" JSONB NOT NULL DEFAULT '[]',
    "created_by_id" UUID NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "removed_at" TIMESTAMPTZ(3),
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "decision_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "child" (
    "id" UUID NOT NULL,
    "association_id" UUID NOT NULL,
    "person_id" UUID NOT NULL,
    "label" TEXT NOT NULL,
    "position" INTEGER NOT NULL,
    "removed_at" TIMESTAMPTZ(3),

    CONSTRAINT "child_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "fact_answer" (
    "id" UUID NOT NULL,
    "association_id" UUID NOT NULL,
    "person_id" UUID NOT NULL,
    "fact_key" TEXT NOT NULL,
    "child_id" UUID,
    "subject" TEXT NOT NULL DEFAULT '',
    "state" "answer_state" NOT NULL,
    "value" JSONB,
    "said_by" TEXT NOT NULL,
    "said_on" DATE NOT NULL,
    "recorded_by_id" UUID,
    "recorded_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "current" BOOLEAN DEFAULT true,
    "superseded_at" TIMESTAMPTZ(3),

    CONSTRAINT "fact_answer_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "assessment" (
    "id" UUID NOT NULL,
    "association_id" UUID NOT NULL,
    "person_id" UUID NOT NULL,
    "dossier_id" UUID,
    "on_date" DATE NOT NULL,
    "facts" JSONB NOT NULL,
    "documents" JSONB NOT NULL,
    "result" JSONB NOT NULL,
    "rules_version" TEXT NOT NULL,
    "created_by_id" UUID,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "assessment_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "document" (
    "id" UUID NOT NULL,
    "association_id" UUID NOT NULL,
    "person_id" UUID NOT NULL,
    "doc_type" TEXT NOT NULL,
    "issuer_kind" TEXT,
    "drawn_up_on" DATE,
    "period_from" DATE,
    "period_to" DATE,
    "names" TEXT[] DEFAULT ARRAY[]::TEXT[],
    "address_matches" BOOLEAN,
    "handwritten" BOOLEAN,
    "zero_income" BOOLEAN,
    "bank_movements" BOOLEAN,
    "confidentiality" "confidentiality" NOT NULL DEFAULT 'ordinary',
    "label" TEXT,
    "file_id" UUID,
    "added_by_id" UUID NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "removed_at" TIMESTAMPTZ(3),
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "document_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "stored_file" (
    "id" UUID NOT NULL,
    "association_id" UUID NOT NULL,
    "person_id" UUID NOT NULL,
    "media_type" TEXT NOT NULL,
    "byte_size" INTEGER NOT NULL,
    "fingerprint" TEXT NOT NULL,
    "storage_key" TEXT NOT NULL,
    "sealed_key" BYTEA NOT NULL,
    "key_version" INTEGER NOT NULL DEFAULT 1,
    "original_name" TEXT NOT NULL,
    "confidentiality" "confidentiality" NOT NULL DEFAULT 'ordinary',
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "stored_file_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "association_key" (
    "association_id" UUID NOT NULL,
    "version" INTEGER NOT NULL,
    "sealed_key" BYTEA NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "association_key_pkey" PRIMARY KEY ("association_id","version")
);

-- CreateTable
CREATE TABLE "permit" (
    "id" UUID NOT NULL,
    "association_id" UUID NOT NULL,
    "person_id" UUID NOT NULL,
    "title" TEXT NOT NULL,
    "basis" TEXT,
    "valid_from" DATE,
    "valid_until" DATE,
    "channel" TEXT,
    "created_by_id" UUID NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "removed_at" TIMESTAMPTZ(3),
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "permit_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "person" (
    "id" UUID NOT NULL,
    "association_id" UUID NOT NULL,
    "reference" TEXT NOT NULL,
    "given_name" TEXT NOT NULL,
    "family_name" TEXT NOT NULL,
    "birth_on" DATE,
    "nationality" CHAR(3),
    "languages" TEXT[] DEFAULT ARRAY[]::TEXT[],
    "preferred_language" TEXT,
    "needs_interpreter" BOOLEAN,
    "search_text" TEXT NOT NULL,
    "created_by_id" UUID NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updated_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "archived_at" TIMESTAMPTZ(3),
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "person_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "person_access" (
    "association_id" UUID NOT NULL,
    "person_id" UUID NOT NULL,
    "user_id" UUID NOT NULL,
    "granted_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "person_access_pkey" PRIMARY KEY ("association_id","person_id","user_id")
);

-- CreateTable
CREATE TABLE "contact" (
    "id" UUID NOT NULL,
    "association_id" UUID NOT NULL,
    "person_id" UUID NOT NULL,
    "channel" "contact_channel" NOT NULL,
    "value" TEXT NOT NULL,
    "safety" "contact_safety" NOT NULL DEFAULT 'unknown',
    "note" TEXT,
    "confirmed_on" DATE,
    "confirmed_by_id" UUID,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "removed_at" TIMESTAMPTZ(3),
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "contact_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "household_link" (
    "id" UUID NOT NULL,
    "association_id" UUID NOT NULL,
    "person_id" UUID NOT NULL,
    "other_person_id" UUID NOT NULL,
    "kind" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "household_link_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "reminder" (
    "id" UUID NOT NULL,
    "association_id" UUID NOT NULL,
    "person_id" UUID,
    "dossier_id" UUID,
    "source_kind" TEXT NOT NULL,
    "source_id" UUID NOT NULL,
    "step" TEXT NOT NULL,
    "audience" TEXT NOT NULL,
    "recipient_key" TEXT NOT NULL,
    "target_key" TEXT NOT NULL,
    "channel" TEXT NOT NULL,
    "contact_id" UUID,
    "user_id" UUID,
    "template" TEXT NOT NULL,
    "due_at" TIMESTAMPTZ(3) NOT NULL,
    "stale_at" TIMESTAMPTZ(3),
    "state" "reminder_state" NOT NULL DEFAULT 'planned',
    "taken_at" TIMESTAMPTZ(3),
    "taken_by" TEXT,
    "lease_until" TIMESTAMPTZ(3),
    "attempts" INTEGER NOT NULL DEFAULT 0,
    "handed_over_at" TIMESTAMPTZ(3),
    "closed_at" TIMESTAMPTZ(3),
    "cancelled_at" TIMESTAMPTZ(3),
    "failed_at" TIMESTAMPTZ(3),
    "in_doubt_at" TIMESTAMPTZ(3),
    "reason" TEXT,
    "server_answer" TEXT,
    "message_id" TEXT,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updated_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "reminder_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "outbox" (
    "id" UUID NOT NULL,
    "association_id" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "payload" JSONB NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "available_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "lease_until" TIMESTAMPTZ(3),
    "attempts" INTEGER NOT NULL DEFAULT 0,
    "sent_at" TIMESTAMPTZ(3),
    "last_error" TEXT,

    CONSTRAINT "outbox_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "audit_event" (
    "id" UUID NOT NULL,
    "association_id" UUID NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "actor_id" UUID,
    "action" TEXT NOT NULL,
    "target_kind" TEXT NOT NULL,
    "target_id" UUID NOT NULL,
    "person_id" UUID,
    "dossier_id" UUID,
    "fields" TEXT[] DEFAULT ARRAY[]::TEXT[],
    "request_id" TEXT,

    CONSTRAINT "audit_event_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "mail_message" (
    "id" UUID NOT NULL,
    "association_id" UUID NOT NULL,
    "recipient" TEXT NOT NULL,
    "subject" TEXT NOT NULL,
    "message_id" TEXT NOT NULL,
    "raw" BYTEA NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "mail_message_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE UNIQUE INDEX "app_user_association_id_id_key" ON "app_user"("association_id", "id");

-- CreateIndex
CREATE UNIQUE INDEX "app_user_association_id_email_key" ON "app_user"("association_id", "email");

-- CreateIndex
CREATE INDEX "session_expire_idx" ON "session"("expire");

-- CreateIndex
CREATE INDEX "deadline_association_id_state_prudent_on_idx" ON "deadline"("association_id", "state", "prudent_on");

-- CreateIndex
CREATE INDEX "deadline_association_id_dossier_id_idx" ON "deadline"("association_id", "dossier_id");

-- CreateIndex
CREATE UNIQUE INDEX "deadline_association_id_id_key" ON "deadline"("association_id", "id");

-- CreateIndex
CREATE UNIQUE INDEX "deadline_association_id_source_id_rule_id_current_key" ON "deadline"("association_id", "source_id", "rule_id", "current");

-- CreateIndex
CREATE UNIQUE INDEX "task_reminder_id_key" ON "task"("reminder_id");

-- CreateIndex
CREATE INDEX "task_association_id_assignee_id_done_at_idx" ON "task"("association_id", "assignee_id", "done_at");

-- CreateIndex
CREATE UNIQUE INDEX "task_association_id_id_key" ON "task"("association_id", "id");

-- CreateIndex
CREATE INDEX "appointment_association_id_starts_at_idx" ON "appointment"("association_id", "starts_at");

-- CreateIndex
CREATE UNIQUE INDEX "appointment_association_id_id_key" ON "appointment"("association_id", "id");

-- CreateIndex
CREATE INDEX "dossier_association_id_person_id_idx" ON "dossier"("association_id", "person_id");

-- CreateIndex
CREATE INDEX "dossier_association_id_stage_idx" ON "dossier"("association_id", "stage");

-- CreateIndex
CREATE UNIQUE INDEX "dossier_association_id_id_key" ON "dossier"("association_id", "id");

-- CreateIndex
CREATE UNIQUE INDEX "dossier_association_id_reference_key" ON "dossier"("association_id", "reference");

-- CreateIndex
CREATE INDEX "dossier_member_association_id_user_id_idx" ON "dossier_member"("association_id", "user_id");

-- CreateIndex
CREATE UNIQUE INDEX "dossier_member_association_id_dossier_id_user_id_kind_curre_key" ON "dossier_member"("association_id", "dossier_id", "user_id", "kind", "current");

-- CreateIndex
CREATE UNIQUE INDEX "permanence_association_id_id_key" ON "permanence"("association_id", "id");

-- CreateIndex
CREATE UNIQUE INDEX "permanence_association_id_place_held_on_key" ON "permanence"("association_id", "place", "held_on");

-- CreateIndex
CREATE INDEX "reception_association_id_person_id_idx" ON "reception"("association_id", "person_id");

-- CreateIndex
CREATE INDEX "note_association_id_dossier_id_created_at_idx" ON "note"("association_id", "dossier_id", "created_at" DESC);

-- CreateIndex
CREATE INDEX "filing_association_id_dossier_id_idx" ON "filing"("association_id", "dossier_id");

-- CreateIndex
CREATE UNIQUE INDEX "filing_association_id_id_key" ON "filing"("association_id", "id");

-- CreateIndex
CREATE INDEX "decision_association_id_dossier_id_idx" ON "decision"("association_id", "dossier_id");

-- CreateIndex
CREATE UNIQUE INDEX "decision_association_id_id_key" ON "decision"("association_id", "id");

-- CreateIndex
CREATE INDEX "child_association_id_person_id_idx" ON "child"("association_id", "person_id");

-- CreateIndex
CREATE UNIQUE INDEX "child_association_id_id_key" ON "child"("association_id", "id");

-- CreateIndex
CREATE INDEX "fact_answer_association_id_person_id_recorded_at_idx" ON "fact_answer"("association_id", "person_id", "recorded_at");

-- CreateIndex
CREATE UNIQUE INDEX "fact_answer_association_id_person_id_fact_key_subject_curre_key" ON "fact_answer"("association_id", "person_id", "fact_key", "subject", "current");

-- CreateIndex
CREATE INDEX "assessment_association_id_person_id_created_at_idx" ON "assessment"("association_id", "person_id", "created_at" DESC);

-- CreateIndex
CREATE INDEX "document_association_id_person_id_drawn_up_on_idx" ON "document"("association_id", "person_id", "drawn_up_on");

-- CreateIndex
CREATE UNIQUE INDEX "document_association_id_id_key" ON "document"("association_id", "id");

-- CreateIndex
CREATE UNIQUE INDEX "document_association_id_file_id_key" ON "document"("association_id", "file_id");

-- CreateIndex
CREATE UNIQUE INDEX "stored_file_storage_key_key" ON "stored_file"("storage_key");

-- CreateIndex
CREATE INDEX "stored_file_association_id_person_id_fingerprint_idx" ON "stored_file"("association_id", "person_id", "fingerprint");

-- CreateIndex
CREATE UNIQUE INDEX "stored_file_association_id_id_key" ON "stored_file"("association_id", "id");

-- CreateIndex
CREATE INDEX "permit_association_id_person_id_idx" ON "permit"("association_id", "person_id");

-- CreateIndex
CREATE UNIQUE INDEX "permit_association_id_id_key" ON "permit"("association_id", "id");

-- CreateIndex
CREATE INDEX "person_association_id_family_name_idx" ON "person"("association_id", "family_name");

-- CreateIndex
CREATE UNIQUE INDEX "person_association_id_id_key" ON "person"("association_id", "id");

-- CreateIndex
CREATE UNIQUE INDEX "person_association_id_reference_key" ON "person"("association_id", "reference");

-- CreateIndex
CREATE INDEX "person_access_association_id_user_id_idx" ON "person_access"("association_id", "user_id");

-- CreateIndex
CREATE INDEX "contact_association_id_person_id_idx" ON "contact"("association_id", "person_id");

-- CreateIndex
CREATE UNIQUE INDEX "contact_association_id_id_key" ON "contact"("association_id", "id");

-- CreateIndex
CREATE UNIQUE INDEX "household_link_association_id_person_id_other_person_id_key" ON "household_link"("association_id", "person_id", "other_person_id");

-- CreateIndex
CREATE INDEX "reminder_state_due_at_idx" ON "reminder"("state", "due_at");

-- CreateIndex
CREATE INDEX "reminder_association_id_dossier_id_idx" ON "reminder"("association_id", "dossier_id");

-- CreateIndex
CREATE UNIQUE INDEX "reminder_association_id_id_key" ON "reminder"("association_id", "id");

-- CreateIndex
CREATE UNIQUE INDEX "reminder_association_id_source_id_step_audience_recipient_k_key" ON "reminder"("association_id", "source_id", "step", "audience", "recipient_key", "target_key");

-- CreateIndex
CREATE INDEX "outbox_sent_at_available_at_idx" ON "outbox"("sent_at", "available_at");

-- CreateIndex
CREATE INDEX "audit_event_association_id_at_idx" ON "audit_event"("association_id", "at" DESC);

-- CreateIndex
CREATE INDEX "audit_event_association_id_dossier_id_at_idx" ON "audit_event"("association_id", "dossier_id", "at" DESC);

-- CreateIndex
CREATE INDEX "mail_message_association_id_created_at_idx" ON "mail_message"("association_id", "created_at" DESC);

-- CreateIndex
CREATE UNIQUE INDEX "mail_message_association_id_message_id_key" ON "mail_message"("association_id", "message_id");

-- AddForeignKey
ALTER TABLE "app_user" ADD CONSTRAINT "app_user_association_id_fkey" FOREIGN KEY ("association_id") REFERENCES "association"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "deadline" ADD CONSTRAINT "deadline_association_id_person_id_fkey" FOREIGN KEY ("association_id", "person_id") REFERENCES "person"("association_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "deadline" ADD CONSTRAINT "deadline_association_id_dossier_id_fkey" FOREIGN KEY ("association_id", "dossier_id") REFERENCES "dossier"("association_id", "id") ON DELETE NO ACTION ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "task" ADD CONSTRAINT "task_association_id_person_id_fkey" FOREIGN KEY ("association_id", "person_id") REFERENCES "person"("association_id", "id") ON DELETE NO ACTION ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "task" ADD CONSTRAINT "task_association_id_dossier_id_fkey" FOREIGN KEY ("association_id", "dossier_id") REFERENCES "dossier"("association_id", "id") ON DELETE NO ACTION ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "task" ADD CONSTRAINT "task_association_id_assignee_id_fkey" FOREIGN KEY ("association_id", "assignee_id") REFERENCES "app_user"("association_id", "id") ON DELETE NO ACTION ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "appointment" ADD CONSTRAINT "appointment_association_id_person_id_fkey" FOREIGN KEY ("association_id", "person_id") REFERENCES "person"("association_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "appointment" ADD CONSTRAINT "appointment_association_id_dossier_id_fkey" FOREIGN KEY ("association_id", "dossier_id") REFERENCES "dossier"("association_id", "id") ON DELETE NO ACTION ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "dossier" ADD CONSTRAINT "dossier_association_id_person_id_fkey" FOREIGN KEY ("association_id", "person_id") REFERENCES "person"("association_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "dossier_member" ADD CONSTRAINT "dossier_member_association_id_dossier_id_fkey" FOREIGN KEY ("association_id", "dossier_id") REFERENCES "dossier"("association_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "dossier_member" ADD CONSTRAINT "dossier_member_association_id_user_id_fkey" FOREIGN KEY ("association_id", "user_id") REFERENCES "app_user"("association_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "dossier_document" ADD CONSTRAINT "dossier_document_association_id_dossier_id_fkey" FOREIGN KEY ("association_id", "dossier_id") REFERENCES "dossier"("association_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "dossier_document" ADD CONSTRAINT "dossier_document_association_id_document_id_fkey" FOREIGN KEY ("association_id", "document_id") REFERENCES "document"("association_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "permanence" ADD CONSTRAINT "permanence_association_id_fkey" FOREIGN KEY ("association_id") REFERENCES "association"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "reception" ADD CONSTRAINT "reception_association_id_permanence_id_fkey" FOREIGN KEY ("association_id", "permanence_id") REFERENCES "permanence"("association_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "reception" ADD CONSTRAINT "reception_association_id_person_id_fkey" FOREIGN KEY ("association_id", "person_id") REFERENCES "person"("association_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "reception" ADD CONSTRAINT "reception_association_id_dossier_id_fkey" FOREIGN KEY ("association_id", "dossier_id") REFERENCES "dossier"("association_id", "id") ON DELETE NO ACTION ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "reception" ADD CONSTRAINT "reception_association_id_received_by_id_fkey" FOREIGN KEY ("association_id", "received_by_id") REFERENCES "app_user"("association_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "note" ADD CONSTRAINT "note_association_id_dossier_id_fkey" FOREIGN KEY ("association_id", "dossier_id") REFERENCES "dossier"("association_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "filing" ADD CONSTRAINT "filing_association_id_dossier_id_fkey" FOREIGN KEY ("association_id", "dossier_id") REFERENCES "dossier"("association_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "decision" ADD CONSTRAINT "decision_association_id_dossier_id_fkey" FOREIGN KEY ("association_id", "dossier_id") REFERENCES "dossier"("association_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "child" ADD CONSTRAINT "child_association_id_person_id_fkey" FOREIGN KEY ("association_id", "person_id") REFERENCES "person"("association_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "fact_answer" ADD CONSTRAINT "fact_answer_association_id_person_id_fkey" FOREIGN KEY ("association_id", "person_id") REFERENCES "person"("association_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "fact_answer" ADD CONSTRAINT "fact_answer_association_id_child_id_fkey" FOREIGN KEY ("association_id", "child_id") REFERENCES "child"("association_id", "id") ON DELETE NO ACTION ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "assessment" ADD CONSTRAINT "assessment_association_id_person_id_fkey" FOREIGN KEY ("association_id", "person_id") REFERENCES "person"("association_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "document" ADD CONSTRAINT "document_association_id_person_id_fkey" FOREIGN KEY ("association_id", "person_id") REFERENCES "person"("association_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "document" ADD CONSTRAINT "document_association_id_file_id_fkey" FOREIGN KEY ("association_id", "file_id") REFERENCES "stored_file"("association_id", "id") ON DELETE NO ACTION ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "stored_file" ADD CONSTRAINT "stored_file_association_id_person_id_fkey" FOREIGN KEY ("association_id", "person_id") REFERENCES "person"("association_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "permit" ADD CONSTRAINT "permit_association_id_person_id_fkey" FOREIGN KEY ("association_id", "person_id") REFERENCES "person"("association_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "person" ADD CONSTRAINT "person_association_id_fkey" FOREIGN KEY ("association_id") REFERENCES "association"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "person_access" ADD CONSTRAINT "person_access_association_id_person_id_fkey" FOREIGN KEY ("association_id", "person_id") REFERENCES "person"("association_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "person_access" ADD CONSTRAINT "person_access_association_id_user_id_fkey" FOREIGN KEY ("association_id", "user_id") REFERENCES "app_user"("association_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "contact" ADD CONSTRAINT "contact_association_id_person_id_fkey" FOREIGN KEY ("association_id", "person_id") REFERENCES "person"("association_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "household_link" ADD CONSTRAINT "household_link_association_id_person_id_fkey" FOREIGN KEY ("association_id", "person_id") REFERENCES "person"("association_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "household_link" ADD CONSTRAINT "household_link_association_id_other_person_id_fkey" FOREIGN KEY ("association_id", "other_person_id") REFERENCES "person"("association_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "reminder" ADD CONSTRAINT "reminder_association_id_person_id_fkey" FOREIGN KEY ("association_id", "person_id") REFERENCES "person"("association_id", "id") ON DELETE NO ACTION ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "reminder" ADD CONSTRAINT "reminder_association_id_dossier_id_fkey" FOREIGN KEY ("association_id", "dossier_id") REFERENCES "dossier"("association_id", "id") ON DELETE NO ACTION ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "outbox" ADD CONSTRAINT "outbox_association_id_fkey" FOREIGN KEY ("association_id") REFERENCES "association"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "audit_event" ADD CONSTRAINT "audit_event_association_id_fkey" FOREIGN KEY ("association_id") REFERENCES "association"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "mail_message" ADD CONSTRAINT "mail_message_association_id_fkey" FOREIGN KEY ("association_id") REFERENCES "association"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

