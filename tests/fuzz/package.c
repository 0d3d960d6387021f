/*
 * Changes zip packages where it matters: in a part, behind its compression and its checksum.  A
 * fuzzer that changes the bytes of the archive would hardly ever get through to the XML.
 */
#include <stdlib.h>
#include <string.h>
#include <zip.h>

#include "fuzz.h"

enum { PART_LIMIT = 1 << 17 };

size_t LLVMFuzzerMutate(uint8_t *data, size_t size, size_t max);
size_t LLVMFuzzerCustomMutator(uint8_t *data, size_t size, size_t max, unsigned int seed);

/* The part, changed, in a buffer of the archive's; false: it stays as it is. */
static bool
change_part(zip_t *archive, zip_uint64_t part)
{
	zip_file_t *file = zip_fopen_index(archive, part, 0);
	uint8_t *buffer = malloc(PART_LIMIT);
	zip_int64_t n = file && buffer ? zip_fread(file, buffer, PART_LIMIT) : -1;
	zip_source_t *source;
	size_t len;

	if (file)
		zip_fclose(file);
	if (n < 0 || n == PART_LIMIT) {
		free(buffer);
		return false;
	}
	len = LLVMFuzzerMutate(buffer, (size_t)n, PART_LIMIT);
	source = zip_source_buffer(archive, buffer, len, 1);
	if (source && zip_file_replace(archive, part, source, 0) == 0)
		return zip_set_file_compression(archive, part, ZIP_CM_STORE, 0) == 0;
	zip_source_free(source);
	return false;
}

/* What the archive has become, in DATA; 0: nothing that fits. */
static size_t
take_back(zip_source_t *source, uint8_t *data, size_t max)
{
	zip_stat_t stat;
	zip_int64_t n = 0;

	if (zip_source_stat(source, &stat) == 0 && stat.size <= max
	    && zip_source_open(source) == 0) {
		n = zip_source_read(source, data, stat.size);
		zip_source_close(source);
	}
	return n > 0 ? (size_t)n : 0;
}

/* SOURCE holds the archive, changed, if it says so. */
static bool
change_some_part(zip_source_t *source, unsigned int seed)
{
	zip_t *archive = zip_open_from_source(source, 0, NULL);
	zip_int64_t parts = archive ? zip_get_num_entries(archive, 0) : 0;

	if (!archive)
		return false;
	zip_source_keep(source);
	if (parts > 0 && change_part(archive, seed % (zip_uint64_t)parts)
	    && zip_close(archive) == 0)
		return true;
	zip_discard(archive);
	return false;
}

/* libzip has a copy, to write over and to free: it has freed bytes that it was told were not its own. */
static zip_source_t *
source_of(const uint8_t *data, size_t size)
{
	uint8_t *copy = malloc(size + 1);
	zip_source_t *source = NULL;

	if (copy)
		source = zip_source_buffer_create(memcpy(copy, data, size), size, 1, NULL);
	if (!source)
		free(copy);
	return source;
}

static size_t
change_package(uint8_t *data, size_t size, size_t max, unsigned int seed)
{
	zip_source_t *source = source_of(data, size);
	size_t len = source && change_some_part(source, seed) ? take_back(source, data, max) : 0;

	zip_source_free(source);
	return len;
}

/* Inputs of other targets are none, nor is an OFD in one XML document; libzip would look for an archive's
 * end in each. */
static bool
is_package(const uint8_t *data, size_t size)
{
	return size > 4 && memcmp(data, "PK\3\4", 4) == 0;
}

size_t
LLVMFuzzerCustomMutator(uint8_t *data, size_t size, size_t max, unsigned int seed)
{
	size_t len = is_package(data, size) && seed % 8 ? change_package(data, size, max, seed / 8)
							: 0;

	return len ? len : LLVMFuzzerMutate(data, size, max);
}
