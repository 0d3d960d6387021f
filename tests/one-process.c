/* For tests/bench: converts every file that is named to JSON, all in one process, and keeps nothing.
 * It is what a process a file is measured against. */
#include <fcntl.h>
#include <stdio.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <unistd.h>

#include <jiyao/jiyao.h>

static size_t
convert(const struct jy_host *host, struct jy_bytes in, const char *name)
{
	const struct jy_plugin *reader = jy_detect(host, in, name), *writer = jy_find(host, "json");
	struct jy_task *reading = reader ? jy_begin(reader) : NULL;
	struct jy_minutes *minutes = reading ? jy_read(reading, in, name) : NULL;
	struct jy_task *writing = minutes && writer ? jy_begin(writer) : NULL;
	struct jy_out *out = jy_out_new();
	size_t size = writing && jy_write(writing, minutes, out) == 0 ? jy_out_bytes(out).size : 0;

	jy_out_free(out);
	jy_end(writing);
	jy_free(minutes);
	jy_end(reading);
	return size;
}

int
main(int argc, char **argv)
{
	struct jy_host *host = jy_open(NULL);
	size_t bytes = 0;

	for (int i = 1; i < argc; i++) {
		int fd = open(argv[i], O_RDONLY);
		struct stat st;
		void *at = fd >= 0 && fstat(fd, &st) == 0 && st.st_size > 0
		    ? mmap(NULL, (size_t)st.st_size, PROT_READ, MAP_PRIVATE, fd, 0)
		    : MAP_FAILED;

		if (at != MAP_FAILED) {
			bytes += convert(host, (struct jy_bytes){at, (size_t)st.st_size}, argv[i]);
			munmap(at, (size_t)st.st_size);
		}
		if (fd >= 0)
			close(fd);
	}
	jy_close(host);
	printf("%zu\n", bytes);
	return 0;
}
