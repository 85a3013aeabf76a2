-- How much a message may tell at this address, by the person's own answer. Not asked: null, and so the least.
alter table contact add column message_level text;
alter table contact add constraint contact_message_level check (message_level in ('neutral', 'ordinary', 'full'));
-- A word the person chose, by which they know that a message is meant for them: for those who share an address.
alter table contact add column greeting_word text;
alter table contact add constraint contact_greeting_word check (greeting_word is null or length(greeting_word) between 1 and 30);
