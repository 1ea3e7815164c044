"""Proxies: a member lets another of its body speak for it, from day to day, where the body's rule allows it."""
