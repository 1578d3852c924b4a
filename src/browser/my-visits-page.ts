// The list is there at once; what this device keeps is shown beside it when it has been read.
void import('./offline/outbox.ts').then(({ showOutbox }) => showOutbox(document));
