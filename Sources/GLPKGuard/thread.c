// A thread with a stack of a chosen size. POSIX threads differ between systems in how Swift sees
// their types, but not in C.

#include "guard.h"

#include <pthread.h>
#include <stdlib.h>

typedef struct {
  void (*body)(void *context);
  void *context;
  guard_faults *faults;
} task;

static void *run(void *argument) {
  task own = *(task *)argument;
  free(argument);
  guard_set_faults_of_thread(own.faults);
  own.body(own.context);
  return NULL;
}

int guard_start_thread(size_t stack, void (*body)(void *context), void *context) {
  task *made = malloc(sizeof *made);
  if (made == NULL) return 1;
  made->body = body;
  made->context = context;
  made->faults = guard_faults_of_thread();
  pthread_attr_t attributes;
  if (pthread_attr_init(&attributes) != 0) {
    free(made);
    return 1;
  }
  pthread_attr_setstacksize(&attributes, stack);
  pthread_attr_setdetachstate(&attributes, PTHREAD_CREATE_DETACHED);
  pthread_t thread;
  int failed = pthread_create(&thread, &attributes, run, made);
  pthread_attr_destroy(&attributes);
  if (failed) free(made);
  return failed;
}
