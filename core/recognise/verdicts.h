/* How a meeting decides: the word for it, and what stands before it. */
#ifndef JIYAO_VERDICTS_H
#define JIYAO_VERDICTS_H

#include "match.h"

/* 会议强调，, 决议：, 会议决定：: no part of what is decided. */
struct preface {
	size_t to;		/* where it ends */
	struct span verdict;	/* of 会议决定：, the word; else empty */
	bool stops;		/* it ends a decision that is open */
};
struct preface read_preface(const struct sheet *, size_t at, size_t end);

/* 原则同意, 会议原则通过, 会议讨论并原则同意 in the sentence; empty: none. */
struct span find_verdict(const struct sheet *, size_t at, size_t end);

#endif
