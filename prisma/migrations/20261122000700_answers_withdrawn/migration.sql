-- An answer may be left for later in the interview, and what was said may be withdrawn: a new version, unknown again; the history stays.
alter type answer_state add value 'skipped';
alter type answer_state add value 'withdrawn';
