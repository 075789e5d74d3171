// What jni.h of any JDK needs to know about Windows on x64.
#ifndef REGRIP_JNI_MD_H
#define REGRIP_JNI_MD_H

#define JNIEXPORT __declspec(dllexport)
#define JNIIMPORT __declspec(dllimport)
#define JNICALL __stdcall

typedef long jint; // 32 bits on Windows
typedef long long jlong;
typedef signed char jbyte;

#endif
