export { aJpeg, anObjectStream, aPdf, aPng } from './builders/files.ts';
export { anAssociation, appContext, NOW, PASSWORD, type Profile, type TestAssociation, type TestUser } from './builders/world.ts';
// So that the specs of persistence need no room above theirs but this one.
export { createPerson, newId, updateContact, type AppContext } from '@permanence/application';
export { testDatabase, type TestDatabase } from './database/test-database.ts';
export { client, signedIn, type Agent } from './http/client.ts';
export { movingClock, type MovingClock } from './builders/clock.ts';
export { aSendingApp, type SendingApp } from './builders/sending.ts';
export { aPlannedDeadline, aRemindedPerson, type Reminded } from './builders/reminded.ts';
export { mailSink, type MailSink, type ReceivedMail, type SinkMood } from './mail/mail-sink.ts';
export { loadDemo, type DemoSignIn } from './demo/load-demo.ts';
export { paperFile } from './demo/paper-file.ts';
export { clamdStandIn } from './uploads/clamd-stand-in.ts';
export { EICAR } from './uploads/sample.ts';
export { aPaper, aScan, LAYOUTS, type MadePaper } from './readings/corpus.ts';
