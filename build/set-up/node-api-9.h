// Lets better-sqlite3 run on Node-API 9 (Electron 33): there, persistent references may hold
// objects, functions, symbols and externals, but not strings or numbers. A primitive is
// therefore put in an object of our own before it is referenced, and taken out when it is read.
// The compiler includes this file before every other (`-include`), so the calls are replaced
// in the package's sources without touching them.
#pragma once
#include <node_api.h>

// Tells our boxes from any object of JavaScript's own.
static const napi_type_tag primitive_box_tag = {0x6465736b77697365, 0x7072696d626f7831};

static inline napi_status boxed_create_reference(napi_env env, napi_value value,
                                                 uint32_t initial_refcount, napi_ref* result) {
  napi_valuetype type;
  napi_status status = napi_typeof(env, value, &type);
  if (status != napi_ok) return status;
  if (type == napi_object || type == napi_function || type == napi_symbol || type == napi_external)
    return napi_create_reference(env, value, initial_refcount, result);
  napi_value box;
  if ((status = napi_create_object(env, &box)) != napi_ok) return status;
  if ((status = napi_type_tag_object(env, box, &primitive_box_tag)) != napi_ok) return status;
  if ((status = napi_set_element(env, box, 0, value)) != napi_ok) return status;
  return napi_create_reference(env, box, initial_refcount, result);
}

static inline napi_status boxed_get_reference_value(napi_env env, napi_ref reference,
                                                    napi_value* result) {
  napi_status status = napi_get_reference_value(env, reference, result);
  if (status != napi_ok || *result == nullptr) return status;
  napi_valuetype type;
  if ((status = napi_typeof(env, *result, &type)) != napi_ok || type != napi_object) return status;
  bool is_box = false;
  status = napi_check_object_type_tag(env, *result, &primitive_box_tag, &is_box);
  return status == napi_ok && is_box ? napi_get_element(env, *result, 0, result) : status;
}

#define napi_create_reference boxed_create_reference
#define napi_get_reference_value boxed_get_reference_value
