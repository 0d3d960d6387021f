/* Leaves a thread behind. */
#include <pthread.h>
#include <unistd.h>

#include "rude.h"

static void *
sleep_for_ever(void *nothing)
{
	for (;;)
		sleep(100);
	return nothing;
}

static int
read_rudely(struct jy_task *task, struct jy_bytes in, struct jy_builder *builder)
{
	static pthread_t thread;

	if (!thread)
		pthread_create(&thread, NULL, sleep_for_ever, NULL);
	return rude_read(task, in, builder);
}

RUDE_READER("weaver");
